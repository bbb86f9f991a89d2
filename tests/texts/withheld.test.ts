import { describe, expect, it } from 'vitest';
import { emailsIn, phonesIn, type Withheld, withheldIn } from '../published/checks/withheld.ts';
import { type Files, siteFiles } from '../published/site.ts';

/** Signs of facts that wait for an answer of the organisation, or that are never published. */
const waiting = (
  [
    ['G6–G8', /Hertogstraat|Henri Beyaertstraat|(ingang|entrée)\s*:/i],
    ['G9', /512 ?69 ?53/],
    ['G11', /presscenter\.org|Residence Palace|Résidence Palace|(Wetstraat|rue de la Loi) 155/i],
    ['G12–G14', /rekenen op transparantie|kanaal dat (u|je) verkiest|canal de votre choix/i],
    ['G17', /klachtencoördinator|coordination des plaintes/i],
    ['G20', /0800 ?(999 ?6[12]|99 ?96[12])/],
    ['G21', /@mediateurfederal\.be/],
    ['G22', /(Hertogsstraat|rue Ducale) 43/i],
    ['G31', /(ondernemingsnummer|numéro d’entreprise|KBO|BCE)\b/],
    ['G36', /Beratungsausschuss|Konzertierungsausschuss|Politikzelle|Strategiebüro/],
    ['G45', /heroriëntering|réorientation|matz\.belgium\.be/i],
    ['G46', /administratieve vereenvoudiging|simplification administrative|(?<![\w-])(DAV|ASA)(?![\w-])/i],
    ['G47', /144,3|\b164 (medewerkers|personen|mensen|personnes|membres)/i],
    ['G52, G53', /IP-adres|adresses? IP|functionaris voor gegevensbescherming|délégué·?e? à la protection/i],
    ['G56', /samenstelling\.belgium\.be|(inventaris|inventaire)\w* (van|des) subsid/i],
    ['G61', /audit\.fed\.be\/nl\/intern-/],
    ['G62', /niet-?digitaal kanaal|communication non numérique/i],
    // The licence of the site; a picture states its own.
    ['G64', /\bCC0\b|creativecommons/i, /<figcaption.*?<\/figcaption>/gs],
    ['G68', /hoe-solliciteren/],
    ['G69', /onze-werkgevers|\.pr\.belgium\.be/],
    ['G70', /veiligheidsmachtiging|habilitation de sécurité|65[. ]?000/i],
    ['G72', /selor\.be/i],
    ['G74', /news\.belgium\.be\/\w+\/(ministerraad|feeds|contactpunten)/],
    ['G77', /facebook\.com|linkedin\.com|\/\/(www\.)?(x|twitter|instagram)\.com/i],
    ['G88', /niet langer bij de FOD Kanselarij|rattachement du FAI|17 (mei|mai) 2024/i],
    ['G91', /lamonnaiedemunt|Muntplein|Place de la Monnaie/i],
    ['G94', /Ravenstein/i],
    ['G98', /\b2031\b|Koninklijke Schenking|Donation royale|gastenverblijf/i],
    ['G99', /\b177[89]\b/],
    ['pages with the name of a person', /sophiewilmes/i],
  ] as readonly (readonly [string, RegExp, RegExp?])[]
).map(
  ([fact, pattern, except]): Withheld => ({
    pattern,
    reason: `${fact}: waits or is never published`,
    ...(except && { except }),
  }),
);

/** Words of a text that is not finished. */
const placeholders: readonly Withheld[] = [
  /(nog te|nog worden|moet(en)? worden) (bevestig|aangevul|bepa|ingevul)\w*/i,
  /wordt (hier|later|nog) (aangevuld|toegevoegd)/i,
  /(?<!\p{L})(nog aan te vullen|in opbouw|in aanbouw|volgt (later|binnenkort)|binnenkort beschikbaar)(?!\p{L})/iu,
  /(sera|seront) (complét|ajout|confirm|précis)é/i,
  /doi(t|vent) encore être/i,
  /(?<!\p{L})à (compléter|confirmer|préciser|définir)(?!\p{L})/iu,
  /bientôt disponible|prochainement disponible|en (cours de )?construction/i,
  /lorem ipsum/i,
  /\b(TODO|FIXME|TBD|TBC)\b/,
].map((pattern) => ({ pattern, reason: 'the text is not finished' }));

const publishedEmails = [
  '16_SandL_Sec@premier.fed.be',
  'ICT.kanselarij@premier.fed.be',
  'contact@federaalombudsman.be',
  'info@vct-cpcl.be',
];

const publishedPhones = ['+3222744800', '+3222892727', '+3225010211', '+3225010361', '+3225010365', '+3225010411'];

/** Digits of a hash can look like a telephone number. */
const texts: Files = new Map([...siteFiles].filter(([file]) => file !== '/data/release.json'));

const filesWith = (text: string): Files => new Map([['/data/a.json', Buffer.from(text)]]);

describe('Facts that wait or are never published', () => {
  it('are in no page and in no data file', () => {
    expect(withheldIn(siteFiles, waiting)).toEqual([]);
  });

  it.each([
    'fax 02 512\u00a069\u00a053',
    'https://www.presscenter.org',
    'gratis: 0800 999\u00a061',
    'gratis: 0800\u00a099\u00a0962',
    'https://www.selor.be',
    'https://matz.belgium.be/nl',
    'https://www.sophiewilmes.be',
    'de Dienst Admini\u00adstratieve Vereenvoudiging',
    'DAV',
    'licence CC0',
  ])('are found in a data file with "%s"', (text) => {
    expect(withheldIn(filesWith(`{"text":"${text}"}`), waiting)).toHaveLength(1);
  });

  it('are not mistaken for what the site publishes', () => {
    const text =
      'Hertogsstraat 4, 0800, 02 501 02 11, opvolger van Selor, audit.fed.be/nl ' +
      '<figcaption>Foto: A, <a href="https://creativecommons.org/publicdomain/zero/1.0/deed.nl">CC0 1.0</a></figcaption>';
    expect(withheldIn(filesWith(text), waiting)).toEqual([]);
  });
});

describe('Placeholders', () => {
  it('are in no page and in no data file', () => {
    expect(withheldIn(siteFiles, placeholders)).toEqual([]);
  });

  it.each([
    'Het adres is nog te bevestigen.',
    'De uren moeten nog worden bevestigd.',
    'Dit moet worden aangevuld.',
    'De lijst wordt hier aangevuld.',
    'Het verslag is binnenkort beschikbaar.',
    'La liste sera complétée.',
    'L’adresse doit encore être confirmée.',
    'Heures à compléter',
    'Rapport bientôt disponible',
    'Lorem ipsum dolor',
    'TODO',
  ])('are found in "%s"', (text) => {
    expect(withheldIn(filesWith(text), placeholders)).toHaveLength(1);
  });

  it('are not found in a finished text', () => {
    const text = 'Op de kaart staat waar het is. La décision doit être confirmée. Todo el mundo.';
    expect(withheldIn(filesWith(text), placeholders)).toEqual([]);
  });
});

describe('Addresses and numbers', () => {
  it('are those of services, and none of an official', () => {
    expect([...emailsIn(siteFiles)].sort()).toEqual(publishedEmails.toSorted());
    expect([...phonesIn(texts)].sort()).toEqual(publishedPhones.toSorted());
  });

  it('are found in links, data and text', () => {
    const files = filesWith(
      '"text":"\\na.b@premier.fed.be" tel:+3225010299 Bel 02\u00a0501\u00a002\u00a098, 0475 12 34 56',
    );
    expect([...emailsIn(files)]).toEqual(['a.b@premier.fed.be']);
    expect([...phonesIn(files)].sort()).toEqual(['+32475123456', '+3225010298', '+3225010299'].sort());
  });
});
