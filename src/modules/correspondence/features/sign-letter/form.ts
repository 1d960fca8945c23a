import { defineForm } from '../../../../platform/forms/form.ts';
import { stepsField } from '../../../signatures/index.ts';

export const signLetterForm = defineForm({ steps: stepsField });
