import { PasswordField } from './password-field.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'รหัสผ่าน',
    render: () => (
      <div class="two">
        <PasswordField name="password" label="รหัสผ่าน" />
        <PasswordField name="new-password" label="รหัสผ่านใหม่" hint="อย่างน้อย 12 อักษร" autoComplete="new-password" error="สั้นไป ใช้อย่างน้อย 12 อักษร" />
      </div>
    ),
  },
];
