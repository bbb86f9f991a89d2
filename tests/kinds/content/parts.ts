import { languages } from '#lib/languages/languages.ts';
import type { ProjectCopy } from '../../build/project-copy.ts';

/* Everything that a text may contain besides paragraphs, lists and pictures: quotations, footnotes, tables, notes to editors, 112. */

/** A page with one column of text, and a wide page. */
export const pagesWithParts = ['legal', 'careers'] as const;

/** A word that only the notes of editors contain. */
export const secret = 'zwijgplicht';

const bodies: Readonly<Record<string, string>> = {
  nl: `## Wat anderen zeggen

{/* ${secret}: het citaat is nog na te kijken */}

<Quote source="Reglement van de bibliotheek" to="page:legal">

Wie een boek leent, brengt het terug. Wie het vergeet, krijgt een brief.

De brief is vriendelijk.

</Quote>

De bibliotheek bewaart twee soorten boeken.[^1] De catalogus staat op papier.[^papier] Ook de brieven staan erin.[^1] {/* ${secret} */}

[^1]: Boeken die je mag lenen, en boeken die je in de zaal leest.

[^papier]: Zie de lijst bij [Wie doet wat](page:services). Ze wordt elk jaar herdrukt.

Bel in nood het [112](tel:112).

## Wanneer de zalen open zijn

| Zaal | Verantwoordelijke | Openingsuren | Toegankelijkheid | Verdieping |
| --- | --- | --- | --- | --- |
| Leeszaal | Bibliothecaris | Voormiddag en namiddag | Met de rolstoel bereikbaar | Gelijkvloers |
| Tekenkamer | Archivaris | Voormiddag | Met de lift bereikbaar | Tweede |

| Soort | Hoe lang je het mag houden |
| --- | --- |
| Boeken over de geschiedenis van de tentoonstellingen | Een maand |
| Tijdschriften | Een week |`,
  fr: `## Ce que disent les autres

{/* ${secret} : la citation est à vérifier */}

<Quote source="Règlement de la bibliothèque" to="page:legal">

Qui emprunte un livre le rapporte. Qui l’oublie reçoit une lettre.

La lettre est aimable.

</Quote>

La bibliothèque garde deux sortes de livres.[^1] Le catalogue est sur papier.[^papier] Les lettres y sont aussi.[^1] {/* ${secret} */}

[^1]: Des livres à emprunter, et des livres à lire dans la salle.

[^papier]: Voyez la liste sous [Qui fait quoi](page:services). Elle est réimprimée chaque année.

En cas d’urgence, appelez le [112](tel:112).

## Quand les salles sont ouvertes

| Salle | Responsable | Heures d’ouverture | Accessibilité | Étage |
| --- | --- | --- | --- | --- |
| Salle de lecture | Bibliothécaire | Matin et après-midi | Accessible en fauteuil roulant | Rez-de-chaussée |
| Salle de dessin | Archiviste | Matin | Accessible par l’ascenseur | Deuxième |

| Sorte | Combien de temps vous pouvez le garder |
| --- | --- |
| Livres sur l’histoire des expositions | Un mois |
| Revues | Une semaine |`,
};

/** Adds the parts to pages of a copy of the project, in every language. */
export function addParts(copy: ProjectCopy): void {
  for (const key of pagesWithParts) {
    for (const { code } of languages) {
      const file = `content/pages/${key}/${code}.mdx`;
      copy.write(file, `${copy.read(file)}\n${bodies[code]}\n`);
    }
  }
}
