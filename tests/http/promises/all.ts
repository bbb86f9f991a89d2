import { answersConditionalRequests, answersRanges, checksPreconditions } from './caching.ts';
import {
  compressesBehindProxies,
  givesEachFormItsOwnTag,
  sendsFontsAsTheyAre,
  sendsTheFormThatIsAccepted,
} from './compression.ts';
import { leadsFromIdentifiers, sharesDataAlone } from './data.ts';
import {
  ignoresOtherHeaders,
  withstandsHostilePaths,
  withstandsMalformedRequests,
  withstandsMalformedTargets,
} from './hostile.ts';
import { answersHead, refusesBodies, refusesOtherMethods } from './methods.ts';
import { answersEveryFile, answersEveryOldPath, answersEveryPage, answersGone, answersUnknownPaths } from './pages.ts';
import {
  findsThePageThatIsMeant,
  hasOnePathForEachPage,
  redirectsOtherSpellings,
  understandsWholeUrls,
} from './paths.ts';
import { allowsOnlyNeededScripts } from './policies.ts';
import type { HostPromise } from './promise.ts';
import { weighsWhatIsReported } from './weight.ts';

/** What every server of the site must do. */
export const sitePromises: readonly HostPromise[] = [
  answersEveryPage,
  answersEveryFile,
  answersUnknownPaths,
  allowsOnlyNeededScripts,
  answersEveryOldPath,
  answersGone,
  leadsFromIdentifiers,
  sharesDataAlone,
  weighsWhatIsReported,
  redirectsOtherSpellings,
  findsThePageThatIsMeant,
  hasOnePathForEachPage,
  understandsWholeUrls,
  answersHead,
  withstandsHostilePaths,
  checksPreconditions,
  answersConditionalRequests,
  answersRanges,
  sendsTheFormThatIsAccepted,
  sendsFontsAsTheyAre,
  givesEachFormItsOwnTag,
  compressesBehindProxies,
];

/** What a server on the open internet must do as well. The embedded server leaves these cases to Node.js. */
export const transportPromises: readonly HostPromise[] = [
  refusesOtherMethods,
  refusesBodies,
  withstandsMalformedTargets,
  withstandsMalformedRequests,
  ignoresOtherHeaders,
];
