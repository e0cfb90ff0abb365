// What is wrong with one field, for Fluent's Field.

/** Nothing where there is no fault. The error summary is what announces faults; the field's own message would say each a second time. */
export const fieldFault = (fault: string | undefined) =>
  fault === undefined
    ? {}
    : ({ validationState: 'error', validationMessage: { children: fault, role: undefined } } as const);
