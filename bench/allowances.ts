// What SharePoint and the product's own pace allow, to compare with (SharePoint: avoid getting throttled; docs/decisions/0007-one-budget.md).

/** Resource units a minute of the smallest tenant, for everybody together. */
export const tenantAllowance = 1_250;
/** Resource units a minute that everybody's looking shares. */
export const share = 750;
/** Resource units a minute for one device's sending. */
export const deviceAllowance = 400;

export const unitsOfCreation = 2;
/** With the read that depends on it. */
export const unitsOfChange = 3;
