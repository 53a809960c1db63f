import { AdminFrame } from "../../components/admin/AdminFrame.tsx";
import {
  alertBanners,
  define,
  staffIn,
  waitingFor,
} from "../../lib/http/mod.ts";

export default define.layout(async function AdminLayout({ Component, state }) {
  const staff = staffIn(state);
  // For whoever is not of the staff there is only the page of a fault.
  if (!staff) return <Component />;
  const { cases, appeals, ageFlags } = await waitingFor(state, staff);
  const counts = {
    ...(cases?.open ? { "/admin/cases": cases.open } : {}),
    ...(appeals?.open ? { "/admin/appeals": appeals.open } : {}),
    ...(ageFlags?.open ? { "/admin/age": ageFlags.open } : {}),
  };
  return (
    <AdminFrame
      t={state.t}
      name={staff.facts.name}
      roles={staff.facts.roles}
      permissions={staff.permissions}
      waiting={counts}
      banners={await alertBanners(state, staff)}
      since={state.since ?? 0}
      singleKeys={staff.facts.preferences.singleKeys}
    >
      <Component />
    </AdminFrame>
  );
});
