import { type AttributeRule, type ComponentName, type ComponentRule, vocabulary } from './vocabulary.ts';

/** A blank of an example: the kind of value it takes, and what the value is for: `title`, `heading`, `text`. */
export interface Blank {
  readonly kind: Exclude<AttributeRule['kind'], 'switch'>;
  readonly purpose: string;
}

/**
 * How an editor writes a component, made from its rule: the lines of MDX, with each blank filled in reading order.
 * @param fill gives the value of a blank
 * @param times how often a component that holds others shows the one it holds
 */
export function exampleOf(name: ComponentName, fill: (blank: Blank) => string, times = 1): string[] {
  const { attributes, children, holds, isBand }: ComponentRule = vocabulary[name];
  const given = Object.entries(attributes)
    // A switch is instead of another attribute.
    .flatMap(([attribute, { kind, isRare }]: [string, AttributeRule]) =>
      kind === 'switch' || isRare ? [] : [` ${attribute}="${fill({ kind, purpose: attribute })}"`],
    )
    .join('');
  const words = (purpose: string) => fill({ kind: 'words', purpose });
  if (children === 'none') return [`<${name}${given} />`];
  if (children === 'text') return [`<${name}${given}>${words('words')}</${name}>`];
  const held = holds?.[0] as ComponentName | undefined;
  const lines = held
    ? Array.from({ length: times }, () => [...exampleOf(held, fill), '']).flat()
    : [...(isBand ? [`## ${words('heading')}`, ''] : []), words('text'), ''];
  return [`<${name}${given}>`, '', ...lines, `</${name}>`];
}
