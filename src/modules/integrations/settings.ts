import { z } from 'zod';
import { listSetting, numberSetting, type AnySetting } from '../../platform/settings/settings.ts';

/** Hosts inside the office's own network that webhooks may call all the same. */
export const innerHosts = listSetting<string>({
  name: 'integrations.inner-hosts',
  title: { th: 'เครื่องภายในที่ให้ส่งเหตุการณ์ไปได้', en: 'Inner hosts that webhooks may call' },
  hint: {
    th: 'โดยปกติระบบไม่ส่งไปยังเครื่องในเครือข่ายภายในของหน่วยงาน ใส่ชื่อเครื่องที่ยกเว้น บรรทัดละหนึ่งชื่อ เช่น data.intranet.go.th',
    en: 'Webhooks do not reach into the office’s own network. Name the hosts that they may reach, one a line, such as data.intranet.go.th',
  },
  usual: [],
  read: (line) => (/^[a-z0-9.:-]{1,200}$/i.test(line) ? line.toLowerCase() : undefined),
  write: (host) => host,
  accept: (stored) => z.array(z.string()).safeParse(stored).data,
});

/** How long deliveries are kept to look at; the trail keeps the acts themselves. */
export const keepDays = numberSetting({
  name: 'integrations.keep-days',
  title: { th: 'เก็บประวัติการส่งเหตุการณ์ (วัน)', en: 'Keep deliveries of events (days)' },
  hint: { th: 'ประวัติที่เก่ากว่านี้ถูกลบทุกคืน บันทึกการดำเนินการยังอยู่ครบ', en: 'Older ones are deleted each night; the trail itself stays' },
  usual: 90, min: 1, max: 3650,
});

export const settings: readonly AnySetting[] = [innerHosts, keepDays];
