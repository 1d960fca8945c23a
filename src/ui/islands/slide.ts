/** A slider beside a field: moving it writes the value into the field, letting go sends the form. Without scripts the field alone is there. */
import { on } from './ready.ts';

function fieldOf(slider: HTMLElement): HTMLInputElement | undefined {
  const field = (slider as HTMLInputElement).form?.elements.namedItem(slider.dataset['slides'] ?? '');
  return field instanceof HTMLInputElement ? field : undefined;
}

export function startSlides(): void {
  on('input', 'input[data-slides]', (_event, slider) => {
    const field = fieldOf(slider);
    if (field) field.value = (slider as HTMLInputElement).value;
  });
  on('change', 'input[data-slides]', (_event, slider) => (slider as HTMLInputElement).form?.requestSubmit());
}
