import type { View } from '#lib/site/site.ts';
import { Address } from './address.tsx';
import { Plate } from './plate.tsx';

/** Where to visit the Chancellery: street sign and full address. */
export function VisitingAddress({ view }: { view: View }) {
  return (
    <div className="flow-6">
      <Plate view={view} />
      <Address view={view} />
    </div>
  );
}
