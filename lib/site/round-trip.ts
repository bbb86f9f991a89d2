/** Bytes of headers and document that fit into one round trip to the first paint (RFC 6928: ten packets). */
export const roundTrip = 14_000;
