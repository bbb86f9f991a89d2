import '../site.css';
import type { ReactNode } from 'react';

/** Pages that only the preview serves; each draws its own document. */
export default function PreviewLayout({ children }: { children: ReactNode }) {
  return children;
}
