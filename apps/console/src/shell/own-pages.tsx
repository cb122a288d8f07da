import { Route, Routes } from 'react-router';
import { areas } from '../areas/area.js';
import { routesOf } from './loaded-page.js';
import { NotFound } from './not-found.js';
import { Shell } from './shell.js';

const routes = routesOf(areas.flatMap((area) => area.routes));

/** The pages of whoever is signed in, inside the frame. */
export function OwnPages() {
  return (
    <Routes>
      <Route element={<Shell />}>
        {routes}
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
