/** What `aws workmail list-users` prints for the invented company: who is behind the ids that the log of the incident holds. */
import { staff } from './company.mjs';

export function listUsers() {
  const Users = staff.map(({ id, name, displayName, email }) => ({
    Id: id,
    Email: email,
    Name: name,
    DisplayName: displayName,
    State: 'ENABLED',
    UserRole: 'USER',
    EnabledDate: '2024-02-05T09:12:44.310000+00:00',
  }));
  return { Users };
}
