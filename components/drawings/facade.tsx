import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The façade on a ground line as wide as the window: decoration without a text alternative; with the door bricked up when `walled`. */
export function Facade({ alternative, walled = false }: { alternative?: string; walled?: boolean }) {
  const role = alternative ? { role: 'img', 'aria-label': alternative } : { 'aria-hidden': true };
  const markup = drawing('facade') + drawing(walled ? 'door-walled' : 'door');
  return (
    <div className="facade-line overflow-hidden border-b-3 motion-safe:[view-transition-name:facade] print:mb-[5mm]">
      <div className="wrap max-lg:px-0">
        <svg
          className="block mx-auto aspect-[1164/336] min-h-56 w-full max-w-[66rem] fill-none stroke-current stroke-[1.25] [stroke-linejoin:round] print:min-h-0"
          viewBox="26 0 1164 336"
          preserveAspectRatio="xMidYMax slice"
          focusable="false"
          {...role}
          dangerouslySetInnerHTML={{ __html: markup }}
        />
      </div>
    </div>
  );
}

/** The elements of a drawing, which are inline, so that its colours follow the page. Their classes are in `drawings.css`. */
function drawing(name: string): string {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), `components/drawings/${name}.svg`);
  return readFileSync(file, 'utf8').replace(/<\/?svg[^>]*>|\n/g, '');
}
