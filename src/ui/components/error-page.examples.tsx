import { ErrorPage } from './error-page.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ไม่พบ ไม่มีสิทธิ',
    render: () => (
      <div class="two">
        <ErrorPage level={2} kind="notFound" homeHref="#error-page" />
        <ErrorPage level={2} kind="forbidden" homeHref="#error-page" />
      </div>
    ),
  },
  {
    name: 'ขัดข้อง ถี่เกินไป',
    note: 'บอกเลขอ้างอิง ไม่แสดงรายละเอียดภายใน',
    render: () => (
      <div class="two">
        <ErrorPage level={2} kind="broken" homeHref="#error-page" actionHref="#error-page" requestId="req-7f3k2m" />
        <ErrorPage level={2} kind="tooMany" homeHref="#error-page" retryAfter={40} />
      </div>
    ),
  },
  {
    name: 'หมดเวลาใช้งาน ปิดปรับปรุง',
    render: () => (
      <div class="two">
        <ErrorPage level={2} kind="session" homeHref="#error-page" actionHref="#error-page" />
        <ErrorPage level={2} kind="away" homeHref="#error-page" />
      </div>
    ),
  },
];
