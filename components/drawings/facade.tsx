import { facadeMarkup, facadeViewBox } from './facade-drawing.ts';

/** The façade on a ground line as wide as the window: decoration without a text alternative; with the door bricked up when `walled`. */
export function Facade({ alternative, walled = false }: { alternative?: string; walled?: boolean }) {
  const role = alternative ? { role: 'img', 'aria-label': alternative } : { 'aria-hidden': true };
  return (
    <div className="facade-line overflow-hidden border-b-3 motion-safe:[view-transition-name:facade] print:mb-[5mm]">
      <div className="wrap max-lg:px-0">
        <svg
          className="facade"
          viewBox={facadeViewBox}
          preserveAspectRatio="xMidYMax slice"
          focusable="false"
          {...role}
          dangerouslySetInnerHTML={{ __html: facadeMarkup(walled) }}
        />
      </div>
    </div>
  );
}
