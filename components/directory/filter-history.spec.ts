import { expect, type Locator, test } from '@playwright/test';
import { languages } from '#lib/languages/languages.ts';
import {
  allUnits,
  directoryIn,
  Filter,
  listedKinds,
  taskIn,
  taskUnit,
  unitsOfKind,
} from '../../tests/e2e/directory-filter.ts';
import { wordsOf } from '../../tests/e2e/documents.ts';

for (const language of languages) {
  const { filter: words, directory, kinds } = wordsOf(language);
  const [first, second] = listedKinds;

  test.describe(`the state of the filter (${language.code})`, () => {
    let filter: Filter;
    test.beforeEach(async ({ page }) => {
      await page.goto(directoryIn(language));
      filter = new Filter(page, language);
      await filter.expectShown(allUnits);
    });

    test('keeps the choice in the URL, which shows the same to others', async ({ page, context }) => {
      await filter.field.fill(taskIn(language));
      await page.getByText(kinds[taskUnit.kind].label, { exact: true }).click();
      await filter.expectShown([taskUnit.id]);
      const address = page.url();
      expect(Object.fromEntries(new URL(address).searchParams)).toMatchObject({ q: taskIn(language) });

      const shared = await context.newPage();
      await shared.goto(address);
      const other = new Filter(shared, language);
      await other.expectShown([taskUnit.id]);
      await expect(other.field).toHaveValue(taskIn(language));
      expect(
        await shared
          .locator(':checked')
          .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
      ).toEqual(
        await page
          .locator(':checked')
          .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
      );
      await shared.goto(`${directoryIn(language)}?kind=no-such-kind&audience=nobody&x=y`);
      await expect(new Filter(shared, language).count).toContainText(/\d/);
    });

    test('undoes typing as one step with Back, and choosing a kind as another, and redoes them with Forward', async ({
      page,
    }) => {
      await filter.field.pressSequentially('bu');
      await filter.field.pressSequentially('dget');
      await filter.field.press('Enter');
      await filter.expectShown(await filter.shown());
      const typed = filter.query();
      expect(typed).toBe('?q=budget');
      await page.getByText(kinds[first].label, { exact: true }).click();
      await expect.poll(() => filter.query()).toBe(`?q=budget&kind=${first}`);
      await page.getByText(kinds[second].label, { exact: true }).click();
      await expect.poll(() => filter.query()).toBe(`?q=budget&kind=${second}`);

      await page.goBack();
      await expect.poll(() => filter.query()).toBe(typed);
      await expect(page.getByRole('radio', { name: words.all })).toBeChecked();
      await expect(filter.field).toHaveValue('budget');
      await page.goBack();
      await expect.poll(() => filter.query()).toBe('');
      await filter.expectShown(allUnits);
      await expect(filter.field).toHaveValue('');
      await page.goForward();
      await expect(filter.field).toHaveValue('budget');
      await expect.poll(() => filter.query()).toBe(typed);
    });

    test('clears everything with Escape or the button, which shows only when there is something to clear', async ({
      page,
    }) => {
      await expect(filter.clear).toBeHidden();
      for (const clear of [() => page.keyboard.press('Escape'), () => filter.clear.click()]) {
        await filter.field.fill('qqqq');
        await page.getByText(kinds[first].label, { exact: true }).click();
        await filter.expectShown([]);
        await filter.field.focus();
        await clear();
        await filter.expectShown(allUnits);
        await expect(filter.field).toHaveValue('');
        await expect(filter.field).toBeFocused();
        await expect(filter.clear).toBeHidden();
        expect(filter.query()).toBe('');
      }
    });

    test('closes an open card with Escape and keeps the filter', async ({ page }) => {
      await filter.field.fill(taskIn(language));
      await filter.expectShown([taskUnit.id]);
      const [open] = await page.locator(`[id="${taskUnit.id}"]`).getByRole('button', { name: directory.card }).all();
      await open?.press('Enter');
      const card = page.locator(`[id="card-${taskUnit.id}"]`);
      await expect(card).toBeVisible();
      await page.keyboard.press('Tab');
      await expect(card.locator(':focus')).toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(card).toBeHidden();
      await expect(open as Locator).toBeFocused();
      await filter.expectShown([taskUnit.id]);
      await expect(filter.field).toHaveValue(taskIn(language));
    });

    test('shows an entry that is linked to, even when it was filtered out', async ({ page }) => {
      await page.getByText(kinds[second].label, { exact: true }).click();
      await filter.expectShown(unitsOfKind(second));
      await page.getByRole('link', { name: taskIn(language), exact: true }).click();
      await filter.expectShown(allUnits);
      await expect(page.locator(`[id="${taskUnit.id}"]`)).toBeInViewport();
      expect(new URL(page.url()).hash).toBe(`#${taskUnit.id}`);
      expect(filter.query()).toBe('');
    });
  });
}
