// Pages of orders: their register, and the committees that they make.
import { changeCommitteeAction, makeCommitteeAction } from '../features/make-committee/actions.ts';
import { changeCommitteePage, makeCommitteePage } from '../features/make-committee/page.tsx';
import { ordersCsv, ordersExcel, ordersPdf } from '../features/list-orders/downloads.ts';
import { ordersPage, ordersPrintPage } from '../features/list-orders/page.tsx';

export const orderRoutes = [ordersPage, ordersPrintPage, ordersCsv, ordersExcel, ordersPdf, makeCommitteePage, makeCommitteeAction, changeCommitteePage, changeCommitteeAction];
