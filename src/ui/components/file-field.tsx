/** Sending files. With scripts the form shows what has been sent and what is left; without them it is an ordinary form. */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';
import { FileIcon } from './icons.tsx';
import { HintAndError, LabelWords, useWiring } from './field.tsx';
import type { FieldProps } from './field.tsx';

export type FileFieldProps = Omit<FieldProps, 'value'> & {
  /** MIME types or endings, as in the HTML attribute. */
  accept?: string;
  /** The same in people's words: "PDF หรือ JPG". */
  acceptWords?: string;
  /** Largest size in bytes, said in the hint and checked again by the server. */
  maxBytes?: number;
  multiple?: boolean;
  /** Opens the camera on a phone. */
  camera?: 'user' | 'environment';
  /** Files already kept; `removeName` makes a checkbox that takes one out. */
  current?: ReadonlyArray<{ id: string; name: string; href?: string; bytes?: number }>;
  removeName?: string;
};

export function FileField(props: FileFieldProps): VNode {
  const { t, format } = useUi();
  const limits = [
    props.acceptWords ? t('file.types', { types: props.acceptWords }) : '',
    props.maxBytes ? t('file.max', { size: format.fileSize(props.maxBytes) }) : '',
  ].filter(Boolean).join(' ');
  const hint = props.hint ? <>{props.hint}{limits ? ` ${limits}` : ''}</> : limits;
  const wiring = useWiring({ ...props, hint });
  return (
    <div class={props.error ? 'field has-error' : 'field'}>
      <div class="drop" data-drop="">
        <label class="field-label" for={wiring.id}><LabelWords label={props.label} optional={props.optional} /></label>
        <HintAndError id={wiring.id} hint={hint} error={props.error} />
        {props.current?.length ? <CurrentFiles files={props.current} removeName={props.removeName} /> : null}
        <input
          {...wiring} type="file" name={props.name} accept={props.accept} multiple={props.multiple} capture={props.camera} disabled={props.disabled}
          data-max-bytes={props.maxBytes}
        />
      </div>
    </div>
  );
}

function CurrentFiles({ files, removeName }: { files: NonNullable<FileFieldProps['current']>; removeName: string | undefined }): VNode {
  const { t, format } = useUi();
  return (
    <ul class="attachments" aria-label={t('file.current')}>
      {files.map((file) => (
        <li class="attachment">
          <FileIcon />
          <span class="attachment-text">
            {file.href ? <a href={file.href} data-turbo="false">{file.name}</a> : file.name}
            {file.bytes === undefined ? null : <span class="quiet">{format.fileSize(file.bytes)}</span>}
          </span>
          {removeName ? (
            <label class="choice attachment-act choice-short">
              <input type="checkbox" name={removeName} value={file.id} />
              <span class="choice-text">{t('file.remove')}</span>
            </label>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** Where the upload of its form is shown; put it once inside a form that sends files. Empty until something is sent. */
export function UploadProgress(): VNode {
  const { t } = useUi();
  return (
    <div
      class="upload" data-upload-progress="" hidden data-words-sent={t('file.sent')} data-words-left={t('file.left')} data-words-failed={t('file.failed')}
    >
      <div class="progress-head mid">
        <span class="strong">{t('file.sending')}</span>
        <button class="link-button" type="button" data-upload-cancel="">{t('file.cancel')}</button>
      </div>
      <progress max={100} value={0} aria-label={t('file.sending')} />
      <p class="mid quiet" role="status" data-upload-words="" />
    </div>
  );
}
