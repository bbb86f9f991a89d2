import '../site.css';
import type { ReactNode } from 'react';

/** No document: the page renders its own, because it is in all languages. */
export default function ChoiceLayout({ children }: { children: ReactNode }) {
  return children;
}
