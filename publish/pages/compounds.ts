import words from './compounds.json' with { type: 'json' };

/**
 * Long compounds by language, with a hyphen between their parts: a line breaks there and nowhere else in the word. Patterns for
 * syllables break some of them wrongly (“Inter-neauditdienst”) or inside a part (“Toegankelijk-heidsverklaring”).
 */
export const compounds: Readonly<Record<string, readonly string[]>> = words;
