import type { Check } from './check.ts';
import { alfa } from './checks/alfa.ts';
import { axe } from './checks/axe.ts';
import { chosen } from './checks/chosen.ts';
import { colourAlone } from './checks/colour-alone.ts';
import { contrast } from './checks/contrast.ts';
import { focusVisible } from './checks/focus-visible.ts';
import { forms } from './checks/forms.ts';
import { hoverContent } from './checks/hover-content.ts';
import { htmlValidate } from './checks/html-validate.ts';
import { keyboard } from './checks/keyboard.ts';
import { labelInName } from './checks/label-in-name.ts';
import { language } from './checks/language.ts';
import { media } from './checks/media.ts';
import { navigation } from './checks/navigation.ts';
import { order } from './checks/order.ts';
import { orientation } from './checks/orientation.ts';
import { pictures } from './checks/pictures.ts';
import { pointer } from './checks/pointer.ts';
import { reflow } from './checks/reflow.ts';
import { responses } from './checks/responses.ts';
import { states } from './checks/states.ts';
import { targets } from './checks/targets.ts';
import { textSpacing } from './checks/text-spacing.ts';
import { textStructure } from './checks/text-structure.ts';
import { time } from './checks/time.ts';
import { words } from './checks/words.ts';
import { zoom } from './checks/zoom.ts';

/** Third-party engines, whose results depend on viewport and colours. */
export const engines: readonly Check[] = [axe, alfa];

/** Our own checks whose results depend on colours. */
export const colourChecks: readonly Check[] = [contrast, focusVisible, states];

/** Checks that run once per page and set their own viewport. */
export const pageChecks: readonly Check[] = [
  htmlValidate,
  pictures,
  textStructure,
  words,
  colourAlone,
  labelInName,
  language,
  order,
  media,
  targets,
  orientation,
  zoom,
  reflow,
  navigation,
  hoverContent,
  keyboard,
  chosen,
  forms,
  pointer,
  responses,
  time,
  textSpacing,
];

/** All checks. */
export const checks: readonly Check[] = [...engines, ...colourChecks, ...pageChecks];
