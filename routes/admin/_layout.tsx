import { AdminFrame } from "../../components/admin/AdminFrame.tsx";
import { define } from "../../lib/http/mod.ts";

export default define.layout(function AdminLayout({ Component, state }) {
  return (
    <AdminFrame t={state.t}>
      <Component />
    </AdminFrame>
  );
});
