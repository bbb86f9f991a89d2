import { hasOneAddressForEachPage, leadsOtherSpellings, understandsWholeAddresses } from './addresses.ts';
import { answersConditionalRequests, answersRanges, checksPreconditions } from './caching.ts';
import {
  compressesBehindProxies,
  givesEachFormItsOwnTag,
  sendsFontsAsTheyAre,
  sendsTheFormThatIsAccepted,
} from './compression.ts';
import {
  ignoresWhatItNeedNotKnow,
  withstandsHostileAddresses,
  withstandsMalformedRequests,
} from './hostile.ts';
import { answersHead, refusesBodies, refusesOtherMethods } from './methods.ts';
import {
  answersEveryFile,
  answersEveryPage,
  answersLostVisitors,
  remembersEveryAddress,
  saysWhatIsGone,
} from './pages.ts';
import { letsOnlySearchRunPrograms } from './policies.ts';
import type { HostPromise } from './promise.ts';
import { weighsWhatIsReported } from './weight.ts';

/** What the site promises of every server that hosts it. */
export const hostPromises: readonly HostPromise[] = [
  answersEveryPage,
  answersEveryFile,
  answersLostVisitors,
  letsOnlySearchRunPrograms,
  remembersEveryAddress,
  saysWhatIsGone,
  weighsWhatIsReported,
  leadsOtherSpellings,
  hasOneAddressForEachPage,
  understandsWholeAddresses,
  refusesOtherMethods,
  refusesBodies,
  answersHead,
  withstandsHostileAddresses,
  withstandsMalformedRequests,
  ignoresWhatItNeedNotKnow,
  checksPreconditions,
  answersConditionalRequests,
  answersRanges,
  sendsTheFormThatIsAccepted,
  sendsFontsAsTheyAre,
  givesEachFormItsOwnTag,
  compressesBehindProxies,
];
