// Used classes: the class names of the Utrecht component library that the product's pages carry; rules for others are left out of the stylesheet.

export const usedClasses: readonly string[] = [
  'utrecht-alert', 'utrecht-alert--error', 'utrecht-alert--info', 'utrecht-alert--ok', 'utrecht-alert--warning', 'utrecht-alert__content', 'utrecht-alert__icon',
  'utrecht-button', 'utrecht-button--primary-action', 'utrecht-button--secondary-action', 'utrecht-button--subtle',
  'utrecht-checkbox', 'utrecht-checkbox--html-input',
  'utrecht-form-field', 'utrecht-form-field--invalid', 'utrecht-form-label',
  'utrecht-heading-1', 'utrecht-heading-2', 'utrecht-heading-3',
  'utrecht-link', 'utrecht-link--html-a',
  'utrecht-radio-button', 'utrecht-radio-button--html-input',
  'utrecht-select', 'utrecht-select--html-select',
  'utrecht-skip-link', 'utrecht-skip-link--visible-on-focus',
  'utrecht-table', 'utrecht-table--html-table',
  'utrecht-textarea', 'utrecht-textarea--html-textarea',
  'utrecht-textbox', 'utrecht-textbox--html-input',
]
