import { choice, hidden, text, textarea } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { messages } from './messages.ts';

const label = messages.words;

export const rulesForm = defineForm({
  rev: hidden({ max: 9 }),
  measure: text({ label: label('f_measure'), hint: label('f_measureHint'), optional: true, max: 100 }),
  reserved: text({ label: label('f_reserved'), hint: label('f_reservedHint'), optional: true, max: 100 }),
  share: choice(['count', 'percent'], { label: label('f_share') }),
  rule: choice(['cumulative', 'counted'], { label: label('f_rule') }),
  levels: textarea({ label: label('f_levels'), hint: label('f_levelsHint'), optional: true, max: 1000, rows: 4 }),
  formula: choice(['mean', 'lowest', 'level'], { label: label('f_formula') }),
  level: text({ label: label('f_level'), optional: true, max: 100 }),
  beforeScore: text({ label: label('f_beforeScore'), optional: true, max: 20 }),
  beforeGroup: text({ label: label('f_beforeGroup'), optional: true, max: 60 }),
});
