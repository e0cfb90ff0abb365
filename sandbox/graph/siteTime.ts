// Date-only columns keep a day of the site's own time zone: midnight there, told in UTC.

const zone = 'Europe/London';
const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });

/** Midnight, in the site's time zone, of the day that `moment` falls on there. In summer that is 23:00 UTC the day before. */
export function siteDay(moment: Date): Date {
  const midnight = Date.parse(`${day.format(moment)}T00:00:00Z`);
  const ahead = Number(hour.format(new Date(midnight)));
  return new Date(midnight - ahead * 3_600_000);
}
