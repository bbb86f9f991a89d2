import '#desk/screens/desk.css';
import '#desk/screens/editor.css';
import type { ReactNode } from 'react';

/** No document: each page of the desk renders its own, in the language of the editor. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return children;
}
