// A form whose answer is shown while it is being filled in. Without script it is an ordinary form.
import type { ComponentChildren, VNode } from 'preact';
import { stateFor } from '../../platform/forms/render.tsx';
import type { Ui } from '../../platform/http/ui.ts';
import { ErrorSummary } from '../../ui/components/error-summary.tsx';
import { Form } from '../../ui/components/form.tsx';

export interface PreviewFormProps {
  readonly ui: Ui;
  readonly action: string;
  /** Address of the ASK route that answers with HTML. */
  readonly previewUrl: string;
  /** Id of the element that shows the answer. */
  readonly previewTarget: string;
  /** Keeps what is typed in the browser under this name until it is sent. */
  readonly draft?: string;
  readonly id?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function PreviewForm({ ui, action, previewUrl, previewTarget, draft, id, class: className, children }: PreviewFormProps): VNode {
  const state = stateFor(ui, action);
  const errors = Object.entries(state.errors).map(([name, words]) => ({ name, message: ui.text(words) }));
  const general = state.message && errors.length === 0 ? [{ message: ui.text(state.message) }] : [];
  return (
    <Form action={action} id={id} class={className} hidden={{ _key: ui.formKey() }} previewUrl={previewUrl} previewTarget={previewTarget} draft={draft} guard>
      {errors.length + general.length > 0 ? <ErrorSummary errors={[...general, ...errors]} /> : null}
      {children}
    </Form>
  );
}
