/** Pages for the browser tests, made of the layouts and components. */
import { makeUi } from './context.tsx';
import type { Theme } from './context.tsx';
import { Gallery } from './gallery.tsx';
import { Button, ButtonLink, ButtonRow } from './components/button.tsx';
import { Combobox } from './components/combobox.tsx';
import { Due } from './components/due.tsx';
import { ErrorPage } from './components/error-page.tsx';
import { ErrorSummary } from './components/error-summary.tsx';
import { FileField, UploadProgress } from './components/file-field.tsx';
import { Form } from './components/form.tsx';
import { KeyHints } from './components/key-hints.tsx';
import { LanguageSwitch } from './components/language-switch.tsx';
import { Notice } from './components/notice.tsx';
import { PageHead } from './components/page-head.tsx';
import { PasswordField } from './components/password-field.tsx';
import { RowList } from './components/row-list.tsx';
import { Resolution, Sheet, SheetLine } from './components/sheet.tsx';
import { Stamp } from './components/stamp.tsx';
import { QuickFilters } from './components/tabs.tsx';
import { TextArea, TextField } from './components/text-field.tsx';
import { ThemeSwitch } from './components/theme-switch.tsx';
import { ListAndPreview, PaperDesk, StickyActions } from './layouts/desk.tsx';
import { renderPage } from './layouts/document.tsx';
import { OfficeLayout } from './layouts/office.tsx';
import type { OfficeProps } from './layouts/office.tsx';
import { PlainLayout } from './layouts/plain.tsx';
import { PublicLayout } from './layouts/public.tsx';

const assets = { css: '/main.css', js: '/main.js' };
type Parts = Pick<OfficeProps, 'title' | 'children'> & Partial<OfficeProps>;

function office(theme: Theme, parts: Parts): string {
  return renderPage(
    <OfficeLayout
      ui={makeUi('th', theme)} assets={assets} person="p1" search={{ action: '/sent' }}
      me={{ label: 'ผอ.ศสช. · กฤตภาส เรืองธรรม', items: [{ label: 'หน้าของฉัน', href: '/sent' }, { rule: true }, { extra: <ThemeSwitch action="/theme" /> }, { label: 'ออกจากระบบ', action: '/out', clearsDrafts: true }] }}
      nav={[{ items: [{ label: 'รอฉันดำเนินการ', href: '/inbox', count: 17, current: true, key: 'inbox' }] }, { heading: 'ประชุมและงาน', items: [{ label: 'การประชุม', href: '/sent' }] }]}
      {...parts}
    />,
  );
}

const rows = ['๑', '๒', '๓', '๔'].map((digit, at) => ({
  href: '/sent', no: `ที่ ${digit}`, title: 'ขอให้พิจารณารับรองรายงานการประชุมกำหนดตัวชี้วัด ปีงบประมาณ พ.ศ. ๒๕๖๔ ครั้งที่ ๑/๒๕๖๓ ที่นี้ผู้นำกู้ปู่', from: 'กพร.',
  stamp: at === 0 ? <Stamp>ด่วนที่สุด</Stamp> : undefined, due: <Due workingDays={at - 1} />, read: at > 1, current: at === 0,
}));

const sheet = (
  <Sheet label="รายงาน หน้า ๓" pageNo="๓" catchword="ประธานสอบถาม" pickInto="answer">
    <SheetLine id="l1">ผู้แทนเสนอให้แยกคลังข้อมูลข่าวสารออกจากระบบต่อต้านข่าวปลอม</SheetLine>
    <SheetLine id="l2" no="๒" href="/paper?line=l2">บรรทัดที่สองของรายงาน</SheetLine>
    <Resolution label="มติที่ประชุม">เห็นชอบ</Resolution>
  </Sheet>
);

export const pages: Record<string, (theme: Theme) => string> = {
  gallery: (theme) => office(theme, { title: 'ชิ้นส่วน', children: <Gallery /> }),
  inbox: (theme) => office(theme, {
    title: 'รอฉันดำเนินการ', frame: 'full', flash: [{ text: 'มอบหมายแล้ว', action: { label: 'เรียกคืน', action: '/undo' } }],
    children: (
      <ListAndPreview
        previewLabel="ตัวอย่างเรื่องที่เลือก" preview={<><ButtonRow><ButtonLink kind="main" href="/sent">พิจารณา</ButtonLink></ButtonRow>{sheet}</>}
        head={<><h1>รอฉันดำเนินการ <span class="quiet mid regular">4 เรื่อง</span></h1><QuickFilters items={[{ label: 'ทั้งหมด', href: '/inbox', current: true }, { label: 'หนังสือ', href: '/inbox', count: 3 }]} /></>}
        list={<><RowList label="เรื่องที่รอ" rows={rows} heads={{ no: 'เลขที่', title: 'เรื่อง', from: 'จาก', due: 'วันทำการ' }} /><KeyHints hints={[{ keys: ['j', 'k'], label: 'ขึ้นลง' }]} /></>}
      />
    ),
  }),
  form: (theme) => office(theme, {
    title: 'แบบฟอร์ม',
    children: (
      <>
        <PageHead title="ร่างเรื่อง" crumbs={[{ label: 'ไปหน้าอื่น', href: '/inbox' }, { label: 'ร่างเรื่อง' }]} />
        <Form action="/send" files draft="letter" guard previewUrl="/preview" previewTarget="paper">
          <TextField name="subject" label="เรื่อง" />
          <TextArea name="body" label="ข้อความ" maxLength={200} />
          <Combobox name="owner" label="เจ้าของเรื่อง" options={[{ value: 'สำนักข่าว', hint: 'สนข.' }, { value: 'กองคลัง', hint: 'กค.' }]} />
          <PasswordField name="secret" label="รหัสผ่าน" />
          <FileField name="file" label="ไฟล์" optional />
          <UploadProgress />
          <ButtonRow><Button kind="main">ส่งเรื่อง</Button><Button formAction="/refuse">ลองส่ง</Button></ButtonRow>
        </Form>
        <div id="paper" />
      </>
    ),
  }),
  refused: (theme) => office(theme, {
    title: 'แบบฟอร์ม',
    children: <Form action="/send"><ErrorSummary errors={[{ name: 'subject', message: 'ยังไม่มีเรื่อง' }]} /><TextField name="subject" label="เรื่อง" error="ยังไม่มีเรื่อง" /><Button kind="main">ส่งเรื่อง</Button></Form>,
  }),
  paper: (theme) => office(theme, {
    title: 'รับรอง', frame: 'full',
    children: (
      <PaperDesk
        paper={sheet} crumbs={[{ label: 'รอฉันดำเนินการ', href: '/inbox' }, { label: 'รายงาน' }]} pages={{ page: 3, pages: 9, previous: '/paper', next: '/paper' }}
        jump={{ href: '#answer', label: 'ไปที่คำตอบ', note: <Due workingDays={2} full /> }}
        side={(
          <Form id="answer" class="stack" action="/send">
            <h1>รับรองรายงานการประชุม</h1>
            <Notice kind="warn" title="ตอบภายใน 9 พ.ย. 2563">พ้นกำหนดถือว่ารับรอง</Notice>
            <input type="hidden" name="line" data-line-field="id" />
            <input type="hidden" name="quote" data-line-field="quote" />
            <div class="field">
              <label for="new-words">ข้อความที่เสนอ</label>
              <textarea class="input" id="new-words" name="new" data-line-field="new" />
            </div>
            <StickyActions><Button kind="main">ลงนามและส่งคำตอบ</Button><Button>บันทึกไว้ก่อน</Button></StickyActions>
          </Form>
        )}
      />
    ),
  }),
  public: (theme) => renderPage(
    <PublicLayout ui={makeUi('th', theme)} title="บริการ" assets={assets} brandSub="บริการประชาชน" links={[{ label: 'ตรวจเอกสาร', href: '/public' }, { label: 'English', href: '/public', lang: 'en' }]} foot={{ text: 'กรมตัวอย่าง', links: [{ label: 'ความเป็นส่วนตัว', href: '/public' }] }}>
      <h1>ตรวจเอกสาร</h1>
    </PublicLayout>,
  ),
  error: (theme) => renderPage(
    <PlainLayout ui={makeUi('th', theme)} title="ขัดข้อง" assets={assets} corner={<LanguageSwitch hrefs={{ th: '/error', en: '/error' }} />} foot={<p>กรมตัวอย่าง</p>}>
      <ErrorPage kind="broken" requestId="req-7f3k2m" actionHref="/error" />
    </PlainLayout>,
  ),
  sent: (theme) => office(theme, { title: 'ส่งแล้ว', children: <h1>ส่งแล้ว</h1> }),
};
