import type { Story } from '../story.ts';

export const stories: readonly Story[] = [
  {
    name: 'Copy: done, failed',
    isContent: true,
    render: () =>
      ['1', '2'].map((shown) => (
        <copy-text key={shown} text="" data-shown={shown}>
          <button type="button" className="link">
            {['Copy', 'Done', 'Failed'].map((label) => (
              <span key={label}>{label}</span>
            ))}
          </button>
        </copy-text>
      )),
  },
];
