// Schematic access map, drawn by hand on a grid where the Wetstraat runs level (so north points up and left).
// The names come from the messages; the classes are explained in visit.css.

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

/** Streets, park, route and signs, without any word. */
export function mapGround(): string {
  return (
    `<path class="k1" d="${STREETS}"/><path class="k1 k2" d="M214 122H640M572 0V470"/>` +
    '<path class="k3" d="M228 140H432V432H228z"/><path class="k4" d="M330 140V432M330 196L226 427M330 196L434 427M228 196H432"/>' +
    `<circle class="k5" cx="${BASIN.x}" cy="${BASIN.y}" r="25"/><circle class="k6" cx="${BASIN.x}" cy="${BASIN.y}" r="13"/>` +
    `<path class="k7" d="${trees()}"/><path class="k8" d="M88 350C96 262 128 200 168 166L214 122H486M572 122H486"/>` +
    '<path class="k9" d="M68 338H108V378H68z"/><circle class="k9" cx="572" cy="122" r="18"/>' +
    '<path class="k0" d="M450 52H522V104H450zM486 104V120"/><path class="kx" d="M44 60L26 22M24 36L25.5 21 38 29.5"/>'
  );
}
