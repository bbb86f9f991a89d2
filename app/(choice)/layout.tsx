import '../site.css';
import type { ReactNode } from 'react';

/** The page draws its own document, because it has no one language. */
export default function ChoiceLayout({ children }: { children: ReactNode }) {
  return children;
}
