// The sheet on which the house writes mail. Mail programs know neither style sheets nor variables, so colours and sizes
// stand here once, as words of style: those of the day side of the screens.
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../../platform/words.ts';
import { messages } from '../messages.ts';

const font = "font-family:Sarabun,'TH Sarabun New','Leelawadee UI',Thonburi,Tahoma,sans-serif";
export const style = {
  desk: `margin:0;padding:0;background:#f5f2ea;${font}`,
  sheet: `max-width:600px;width:100%;background:#fdfcf8;border:1px solid #ddd7c9;${font};color:#1e1c19;font-size:17px;line-height:1.65`,
  head: 'margin:0 0 4px;font-size:22px;line-height:1.5;font-weight:600;color:#1e1c19',
  part: 'margin:28px 0 4px;font-size:17px;line-height:1.5;font-weight:600;color:#1e1c19',
  quiet: 'margin:0;color:#555047;font-size:15px;line-height:1.6',
  line: 'padding:12px 0;border-top:1px solid #ddd7c9;vertical-align:top',
  link: 'color:#1c3f8c;text-decoration:none;font-weight:500',
  late: 'color:#a3211a;font-weight:600;font-size:15px',
  due: 'color:#555047;font-size:15px',
  stamp: 'display:inline-block;border:1.5px solid #a3211a;color:#a3211a;font-size:13px;line-height:1.5;font-weight:600;padding:0 6px;margin-right:8px',
  button: 'display:inline-block;background:#1c3f8c;color:#ffffff;text-decoration:none;font-weight:600;padding:9px 20px;border-radius:4px;font-size:16px',
} as const;

export interface Written {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface SheetProps {
  readonly language: Language;
  readonly subject: string;
  readonly origin: string;
  readonly children: ComponentChildren;
}

function Sheet({ language, subject, origin, children }: SheetProps): VNode {
  const t = messages.in(language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{subject}</title>
      </head>
      <body style={style.desk}>
        <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" style="background:#f5f2ea">
          <tr>
            <td align="center" style="padding:24px 12px">
              <table role="presentation" cellPadding="0" cellSpacing="0" style={style.sheet}>
                <tr><td style="height:4px;line-height:4px;font-size:0;background:#1c3f8c">{' '}</td></tr>
                <tr><td style="padding:28px 32px 32px">{children}</td></tr>
                <tr>
                  <td style="padding:16px 32px 20px;border-top:1px solid #ddd7c9">
                    <p style={style.quiet}>
                      {t('footer')} · <a href={`${origin}/account/notifications`} style={style.link}>{t('change')}</a>
                    </p>
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

/** A mail in text and HTML. `lines` are the text's own; the way to the choices closes both. */
export function writeMail(language: Language, origin: string, subject: string, lines: readonly string[], body: ComponentChildren): Written {
  const t = messages.in(language);
  const text = [...lines, '', '--', `${t('footer')} · ${t('change')}: ${origin}/account/notifications`, ''].join('\n');
  return { subject, text, html: `<!doctype html>${renderToString(<Sheet language={language} subject={subject} origin={origin}>{body}</Sheet>)}` };
}

/** A button that leads into the house. */
export const MailButton = ({ href, children }: { href: string; children: ComponentChildren }): VNode => (
  <p style="margin:28px 0 0"><a href={href} style={style.button}>{children}</a></p>
);
