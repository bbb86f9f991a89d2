/** `<copy-text text="…">`: a button that copies the text. For three seconds its label changes and a live region announces the result. */
class CopyText extends HTMLElement {
  #back = 0;

  connectedCallback(): void {
    const button = this.querySelector('button');
    // Without a secure context there is no clipboard.
    if (!button || !navigator.clipboard) return;
    const status = this.appendChild(document.createElement('span'));
    status.className = 'sr-only';
    status.role = 'status';
    button.hidden = false;
    // Its name stays, so that the live region alone announces the outcome.
    button.ariaLabel = button.children[0]?.textContent ?? '';
    button.onclick = async () => {
      const outcome = await navigator.clipboard.writeText(this.getAttribute('text') ?? '').then(
        () => 1,
        () => 2,
      );
      const show = (label: number) => {
        this.dataset['shown'] = String(label);
        status.textContent = label ? (button.children[label]?.textContent ?? '') : '';
      };
      show(outcome);
      clearTimeout(this.#back);
      this.#back = window.setTimeout(show, 3000, 0);
    };
  }
}

customElements.define('copy-text', CopyText);
