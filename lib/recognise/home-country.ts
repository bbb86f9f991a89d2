/** The country of the site (ISO 3166-1): phone numbers without a country code belong to it, and so do postal addresses. */
export const homeCountry = 'BE';
