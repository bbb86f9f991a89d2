import type { Node, Paragraph } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import { type ComponentRule, componentNames, ruleOf } from '#lib/body/vocabulary.ts';
import type { Language } from '#lib/languages/languages.ts';
import { licenceNames } from '#lib/pictures/licences.ts';
import { contactKinds } from '#lib/records/contact.ts';
import { endOf, type Finding, rule, type SourceFile, suggestionFor } from '../finding/finding.ts';
import { type ComponentNode, isComponent, type LiteralAttribute, literalAttributes } from '../read/component-nodes.ts';
import type { PageFile } from '../read/files.ts';
import { kindOfTag } from '../read/html.ts';
import { signOfCode, signOfCodeIn, unknownChoice, wrongForm } from './fields.ts';
import { checkEnd } from './headings.ts';
import { checkAlternative } from './pictures.ts';

export const unknownComponent = rule({ code: 'C022', severity: 'error', guide: 'components' });
export const unknownAttribute = rule({ code: 'C023', severity: 'error', guide: 'components' });
export const missingAttribute = rule({ code: 'C024', severity: 'error', guide: 'components' });
/** An attribute that is empty or no literal text. */
export const attributeWithoutText = rule({ code: 'C025', severity: 'error', guide: 'components' });
export const misplacedComponent = rule({ code: 'C026', severity: 'error', guide: 'components' });
export const htmlInContent = rule({ code: 'C027', severity: 'error', guide: 'body' });
/** Content between tags that have none, or none between tags that need it. */
export const wrongChildren = rule({ code: 'C028', severity: 'error', guide: 'components' });
export const repeatedComponent = rule({ code: 'C154', severity: 'error', guide: 'components' });

/** Checks a component of a body against the vocabulary: name, place among its ancestors (outermost first), content, attributes. */
export function checkComponent(node: ComponentNode, ancestors: readonly Node[], source: SourceFile): Finding[] {
  const name = node.name ?? '';
  const known = ruleOf(name);
  if (!known) return [checkName(node, name, source)];
  const isWrong = (known.children === 'none') === node.children.length > 0;
  return [
    ...checkPlacement(node, known, ancestors, source),
    ...(isWrong ? [wrongChildren.at(source.placeOf(node), { name, kind: known.children })] : []),
    ...node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' ? checkAttribute(node, attribute, known, source) : [],
    ),
    ...literalAttributes(node).flatMap((attribute) => checkValue(attribute, source)),
    ...checkRequired(node, known, source),
    ...(name === 'Figure' ? checkAlternative(node, source) : []),
  ];
}

/** An unknown name: a misspelt component, or HTML. */
function checkName(node: ComponentNode, name: string, source: SourceFile): Finding {
  const sameLetters = componentNames.find((each) => each.toLowerCase() === name.toLowerCase());
  if (!sameLetters && !/^[A-Z]/.test(name)) {
    return htmlInContent.at(source.placeOf(node), { name, kind: kindOfTag(name) });
  }
  const suggestion = sameLetters ?? suggestionFor(name, componentNames);
  return unknownComponent.at(source.placeOf(node), { name, suggestion });
}

/** C026: where a component may be, and what may be in it. */
function checkPlacement(
  node: ComponentNode,
  known: ComponentRule,
  ancestors: readonly Node[],
  source: SourceFile,
): Finding[] {
  const name = node.name ?? '';
  const around = ancestors.filter(isComponent);
  const parent = around.at(-1)?.name ?? '';
  const at = (kind: string, other = '', where: Node = node) =>
    misplacedComponent.at(source.placeOf(where), { kind, name, other });
  const findings: Finding[] = [];
  if (known.inside && !known.inside.includes(parent)) findings.push(at('inside', known.inside.join(', ')));
  else if (known.isBand && around.length > 0) findings.push(at('band', parent));
  else if (known.children !== 'text' && !known.inline && node.type === 'mdxJsxTextElement') findings.push(at('line'));
  const { holds } = known;
  const stray = holds && node.children.find((child) => !isComponent(child) || !holds.includes(child.name ?? ''));
  // A component that belongs elsewhere has a finding of its own.
  if (stray && !(isComponent(stray) && ruleOf(stray.name ?? '')?.inside)) {
    findings.push(at('holds', holds.join(', '), stray));
  }
  if (known.alone && !isAlone(node, ancestors.at(-1))) findings.push(at('line'));
  return findings;
}

/** Whether there is nothing but space beside a node in its paragraph. */
function isAlone(node: Node, parent: Node | undefined): boolean {
  if (parent?.type !== 'paragraph') return true;
  return (parent as Paragraph).children.every(
    (child) => child === node || (child.type === 'text' && child.value.trim() === ''),
  );
}

/** C023 and C025: an attribute that the component has, with a text as its value. */
function checkAttribute(
  { name }: ComponentNode,
  attribute: MdxJsxAttribute,
  known: ComponentRule,
  source: SourceFile,
): Finding[] {
  const place = source.placeOf(attribute);
  const details = { name: name ?? '', attribute: attribute.name };
  if (!Object.hasOwn(known.attributes, attribute.name)) {
    const suggestion = suggestionFor(attribute.name, Object.keys(known.attributes));
    return [unknownAttribute.at(place, { ...details, suggestion, kind: kindOfAttribute(attribute.name) })];
  }
  // A text alternative has a rule of its own.
  if (name === 'Figure' && attribute.name === 'alt' && typeof attribute.value === 'string') return [];
  const isSwitch = known.attributes[attribute.name]?.kind === 'switch';
  const isText = typeof attribute.value === 'string' && attribute.value.trim() !== '';
  return (isSwitch ? attribute.value === null : isText) ? [] : [attributeWithoutText.at(place, details)];
}

/** The purpose of an attribute that no component has: it reacts to events, changes the look, or something else. */
function kindOfAttribute(name: string): string {
  if (/^on[a-z]/i.test(name)) return 'event';
  return /^(?:style|class|className|id|color|align|width|height|bgcolor|dangerouslySetInnerHTML)$/i.test(name)
    ? 'look'
    : 'other';
}

/** The value of an attribute, as far as one file can tell; links and contacts are checked with the whole site. */
function checkValue({ node, name, kind, value }: LiteralAttribute, source: SourceFile): Finding[] {
  if (value.trim() === '') return [];
  const place = source.placeOf(node);
  switch (kind) {
    case 'contact-kind':
    case 'licence': {
      const allowed: readonly string[] = kind === 'licence' ? licenceNames : contactKinds;
      if (allowed.includes(value)) return [];
      const suggestion = suggestionFor(value, allowed);
      return [unknownChoice.at(place, { field: name, allowed: allowed.join(', '), suggestion })];
    }
    case 'language':
      return isLanguageTag(value) ? [] : [wrongForm.at(place, { field: name, kind: 'other', value })];
    case 'words': {
      const sign = signOfCodeIn(value);
      return [
        ...(sign ? [signOfCode.at(place, { field: name, ...sign })] : []),
        ...(name === 'title' ? checkEnd(value.trim(), endOf(node) - 1, source) : []),
      ];
    }
    default:
      return [];
  }
}

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** C024: every attribute that a component requires. */
function checkRequired(node: ComponentNode, known: ComponentRule, source: SourceFile): Finding[] {
  const given = new Set(
    node.attributes.map((attribute) => (attribute.type === 'mdxJsxAttribute' ? attribute.name : '')),
  );
  return Object.entries(known.attributes)
    .filter(([attribute, { required }]) => required && !given.has(attribute))
    .map(([attribute]) => missingAttribute.at(source.placeOf(node), { name: node.name ?? '', attribute }));
}

/** C154: links and forms lead to the page with the only one, and its parts have ids. */
export function checkSingleComponents(pageFiles: readonly PageFile[], languages: readonly Language[]): Finding[] {
  const names = componentNames.filter((name) => ruleOf(name)?.once);
  return languages.flatMap(({ code }) =>
    names.flatMap((name) => {
      const twins = pageFiles.filter(({ language }) => language === code);
      const [first, ...others] = twins.flatMap(({ body }) => body?.components.get(name) ?? []);
      return others.map((place) => {
        const kind = place.file === first?.file ? 'page' : 'site';
        return repeatedComponent.at(place, { kind, name, other: first?.file ?? 'none' });
      });
    }),
  );
}
