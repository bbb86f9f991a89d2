import { facadeMarkup, facadeViewBox } from './facade-drawing.ts';

/**
 * The façade on its ground line.
 * @param alternative text alternative; without it the drawing is decoration
 * @param walled whether the door is bricked up (404)
 */
export function Facade({ alternative, walled = false }: { alternative?: string; walled?: boolean }) {
  const role = alternative ? { role: 'img', 'aria-label': alternative } : { 'aria-hidden': true };
  return (
    <div className="ground">
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
