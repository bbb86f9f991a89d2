import type { ReactNode } from 'react';
import type { View } from '#lib/site/site.ts';

/** A part of the site in one or more states, for the catalogue of the preview. */
export interface Story {
  /** Names the part and its states. */
  readonly name: string;
  /** Whether it is the content of a section, or sets its own width. */
  readonly isContent?: boolean;
  readonly onBand?: boolean;
  readonly render: (view: View) => ReactNode;
}

/** The view of a page inside a section, for parts that the home page does not have: the first service. */
export function serviceView(view: View): View {
  const page = view.site.pages.find(({ template }) => template === 'service');
  return page ? { ...view, page } : view;
}
