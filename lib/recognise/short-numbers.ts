/**
 * Short telephone numbers that a text may link to, as `tel:112`: they are dialled as they are, everywhere in Belgium, and belong to no
 * contact of this site. Source: BIPT, numbering plan of Belgium, short numbers for emergency services and for help.
 */
export const shortNumbers: ReadonlySet<string> = new Set([
  '100', // ambulance and fire brigade, beside 112
  '101', // police, beside 112
  '102', // Awel, for children and young people (Dutch)
  '103', // Écoute-Enfants (French)
  '105', // Red Cross, after a disaster
  '106', // Tele-Onthaal (Dutch)
  '107', // Télé-Accueil (French)
  '108', // Telefonhilfe (German)
  '112', // ambulance, fire brigade and police
  '116000', // Child Focus, missing children
  '1712', // violence and abuse (Dutch)
  '1722', // fire brigade, when no life is in danger
  '1733', // doctor on duty
  '1813', // suicide prevention (Dutch)
]);
