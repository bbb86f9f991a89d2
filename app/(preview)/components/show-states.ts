/** A script for the preview: repeats every rule for a state (`:hover`, …) for a class, and opens what is marked as open. */
export const showStates = `addEventListener('load', () => {
  const states = { ':hover': '.is-hover', ':focus-visible': '.is-focus', ':target': '.is-target' };
  const found = [];
  const collect = (rules) => {
    for (const rule of rules) {
      if (rule.media && !matchMedia(rule.conditionText).matches) continue;
      if (rule.cssRules?.length && !rule.selectorText) collect(rule.cssRules);
      for (const [state, name] of Object.entries(states)) {
        if (rule.selectorText?.includes(state)) found.push(rule.cssText.replaceAll(state, name));
      }
    }
  };
  for (const sheet of document.styleSheets) collect(sheet.cssRules);
  for (const details of document.querySelectorAll('.is-open > details')) details.open = true;
  document.head.append(Object.assign(document.createElement('style'), { textContent: found.join('') }));
});`;
