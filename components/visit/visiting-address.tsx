import type { View } from '#lib/site/view.ts';
import { Address } from './address.tsx';
import { Plate } from './plate.tsx';

/** Where the Chancellery is: the street sign and the address in full. */
export function VisitingAddress({ view }: { view: View }) {
  return (
    <div className="visiting-address">
      <Plate view={view} />
      <Address view={view} />
    </div>
  );
}
