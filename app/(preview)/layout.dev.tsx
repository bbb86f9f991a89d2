import '../site.css';
import type { ReactNode } from 'react';

/** No document: each page of the preview renders its own. */
export default function PreviewLayout({ children }: { children: ReactNode }) {
  return children;
}
