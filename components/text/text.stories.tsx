import type { Story } from '../story.ts';
import { Question } from './question.tsx';

export const stories: readonly Story[] = [
  {
    name: 'Links and buttons: at rest, hover, focus',
    isContent: true,
    render: () =>
      ['', 'is-hover', 'is-focus'].map((state) => (
        <p key={state} className="flex flex-wrap gap-2">
          <a className={state} href="#main">
            Link to the top
          </a>{' '}
          <a className={`button ${state}`} href="#main">
            Button to the top
          </a>{' '}
          <span className="blue-band">
            <a className={`button ${state}`} href="#main">
              Button on the blue band
            </a>
          </span>
        </p>
      )),
  },
  {
    name: 'Question: open',
    isContent: true,
    render: () => (
      <div className="is-open">
        <Question title="A question with its answer?">
          <p>The answer.</p>
        </Question>
      </div>
    ),
  },
];
