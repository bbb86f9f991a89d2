import { findKeyboardFaults } from '../../e2e/checks/focus.ts';
import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

/** 1.3.2 and 2.4.3: visual order, reading order and focus order agree. */
export const order: Check = {
  id: 'order',
  criteria: ['1.3.2', '2.4.3'],
  leavesTraces: true,
  async judge(page) {
    const turned = await inPage(page, findTurned);
    const jumps = await inPage(page, findJumps);
    const leaps = (await findKeyboardFaults(page)).filter((fault) => fault.includes('gets the focus after'));
    const tables = await inPage(page, findTablesOutOfOrder);
    return {
      barriers: [
        ...barriers('seen-in-another-order', ['1.3.2', '2.4.3'], turned),
        ...barriers('tabindex', ['2.4.3'], jumps),
        ...barriers(
          'focus-leaps',
          ['2.4.3'],
          leaps.map((element) => ({ element, words: 'in the window' })),
        ),
        ...barriers('layout-table', ['1.3.2'], tables, true),
      ],
      judged: ['1.3.2', '2.4.3'],
    };
  },
};

/** Boxes whose parts a style shows in another order than in the source: below before above, or right before left. */
function findTurned(): Place[] {
  return [...document.body.querySelectorAll('*')].flatMap((box) => {
    const { display, flexDirection } = getComputedStyle(box);
    if (!kit.isShown(box)) return [];
    const parts = [...box.children].filter(
      (part) =>
        kit.isShown(part) && kit.wordsOf(part) !== '' && !part.closest('[popover], dialog, [aria-hidden="true"]'),
    );
    const hasOrder = parts.some((part) => {
      const { order, position, float, top, left, transform } = getComputedStyle(part);
      // A place of its own, unlike that of a link which waits above the page.
      const isPlaced = position === 'absolute' || (position === 'relative' && (top !== 'auto' || left !== 'auto'));
      return order !== '0' || isPlaced || float === 'right' || (transform !== 'none' && display === 'block');
    });
    const isTurned = parts.some((part, index) => {
      const before = parts[index - 1]?.getBoundingClientRect();
      if (!before) return false;
      const now = part.getBoundingClientRect();
      const isAbove = now.bottom <= before.top + 1;
      const isInRow = now.top < before.bottom - 1 && before.top < now.bottom - 1;
      return (isAbove && now.left < before.right) || (isInRow && now.right <= before.left + 1);
    });
    return isTurned && (hasOrder || flexDirection.endsWith('reverse') || display.includes('grid'))
      ? [
          {
            element: kit.describe(box),
            words: 'shows its parts in another order than in the source',
          },
        ]
      : [];
  });
}

function findJumps(): Place[] {
  return [...document.querySelectorAll<HTMLElement>('[tabindex]')]
    .filter((element) => element.tabIndex > 0)
    .map((element) => ({
      element: kit.describe(element),
      words: `tabindex ${element.tabIndex} changes the focus order`,
    }));
}

/** Layout tables whose sentences continue in the cell below. */
function findTablesOutOfOrder(): Place[] {
  return [...document.querySelectorAll('table[role="presentation"], table[role="none"]')]
    .filter((table) => [...table.querySelectorAll('tr + tr td')].some((cell) => /^\p{Ll}/u.test(kit.wordsOf(cell))))
    .map((table) => ({
      element: kit.describe(table),
      words: 'is read across, but sentences continue below',
    }));
}
