// Schematic access map, drawn by hand on a grid where the Wetstraat runs level (so north points up and left).
// The names come from the messages; print and forced colours change the streets and the sign (drawings.css).

const BASIN = { x: 330, y: 196 };

// Trees in staggered rows, as in a French garden, left out where the avenues and the basin run.
function trees(): string {
  let d = '',
    row = 0;
  for (let y = 150; y <= 424; y += 13, row++) {
    for (let x = 238 + (row % 2) * 8; x <= 422; x += 16) {
      const dx = Math.abs(x - BASIN.x),
        dy = y - BASIN.y;
      const onAvenue = dx < 12 || Math.abs(dy) < 9 || (dy > 0 && Math.abs(dx - dy * 0.45) < 12);
      if (!onAvenue && Math.hypot(dx, dy) >= 38) d += `M${x} ${y}h0`;
    }
  }
  return d;
}

const STREETS =
  'M0 296C62 258 96 208 152 172L214 122M214 0V470M446 122V470M214 448H446M0 40C60 60 150 84 214 122M330 0V122M0 404C90 396 160 420 214 448M446 300H572M446 448H640';

/** Streets, park, route and signs, without words. The drawing's own stroke is the colour of the paper. */
export function mapGround(): string {
  const route = 'M88 350C96 262 128 200 168 166L214 122H486M572 122H486';
  const avenues = 'M330 140V432M330 196L226 427M330 196L434 427M228 196H432';
  const centre = `cx="${BASIN.x}" cy="${BASIN.y}"`;
  return (
    `<g class="street"><path stroke-width="9" d="${STREETS}"/><path stroke-width="18" d="M214 122H640M572 0V470"/></g>` +
    '<path fill="var(--color-pane)" stroke="var(--color-ink)" stroke-width="1.25" d="M228 140H432V432H228z"/>' +
    `<path stroke-width="7" d="${avenues}"/>` +
    `<circle fill="var(--color-paper)" stroke="none" ${centre} r="25"/><circle stroke="var(--color-soft)" stroke-width="1.5" ${centre} r="13"/>` +
    `<path stroke="var(--color-soft)" stroke-width="4.5" stroke-linecap="round" opacity=".5" d="${trees()}"/>` +
    `<path stroke="var(--color-link)" stroke-width="4" stroke-dasharray=".1 9" stroke-linecap="round" d="${route}"/>` +
    '<g fill="var(--color-ink)" stroke-width="4"><path d="M68 338H108V378H68z"/><circle cx="572" cy="122" r="18"/></g>' +
    '<path class="sign" fill="var(--color-plate)" stroke="var(--color-plate)" stroke-width="6" d="M450 52H522V104H450zM486 104V120"/>' +
    '<path stroke="var(--color-ink)" stroke-width="2" d="M44 60L26 22M24 36L25.5 21 38 29.5"/>'
  );
}
