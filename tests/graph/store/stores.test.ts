import { describeStores } from '../../support/stores.ts';
import { conformance } from './conformance.ts';

describeStores('a store', conformance);
