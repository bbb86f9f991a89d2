import { type Story, serviceView } from '../story.ts';
import { Contents } from './columns.tsx';

export const stories: readonly Story[] = [
  { name: 'In-page contents', isContent: true, render: (view) => <Contents view={serviceView(view)} /> },
];
