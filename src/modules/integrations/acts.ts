/** What the audit log says of this module's acts, in words. A test finds an act without words. */
import type { Words } from '../../platform/words.ts';

export const acts: Readonly<Record<string, Words>> = {
  'integrations.webhook-added': { th: 'เพิ่มปลายทางแจ้งเหตุการณ์', en: 'Added a webhook' },
  'integrations.webhook-changed': { th: 'แก้ไขปลายทางแจ้งเหตุการณ์', en: 'Changed a webhook' },
  'integrations.webhook-paused': { th: 'พักการส่งไปยังปลายทางแจ้งเหตุการณ์', en: 'Paused a webhook' },
  'integrations.webhook-resumed': { th: 'กลับมาส่งไปยังปลายทางแจ้งเหตุการณ์', en: 'Resumed a webhook' },
  'integrations.webhook-removed': { th: 'เลิกใช้ปลายทางแจ้งเหตุการณ์', en: 'Removed a webhook' },
  'integrations.webhook-gone': { th: 'ปลายทางแจ้งว่าเลิกรับแล้ว ระบบหยุดส่ง', en: 'A webhook answered that it is gone and was switched off' },
  'integrations.secret-rotated': { th: 'เปลี่ยนรหัสลับของปลายทางแจ้งเหตุการณ์', en: 'Rotated the secret of a webhook' },
  'integrations.test-sent': { th: 'ส่งเหตุการณ์ทดสอบ', en: 'Sent a test event' },
  'integrations.delivery-repeated': { th: 'สั่งส่งเหตุการณ์ซ้ำ', en: 'Sent an event again' },
};

/** The event that tries a webhook; no act of the trail. */
export const testEvent = { code: 'integrations.test', words: { th: 'เหตุการณ์ทดสอบ', en: 'Test event' } } as const;
