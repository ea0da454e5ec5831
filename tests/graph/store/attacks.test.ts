import { describeStores } from '../../support/stores.ts';
import { attacks } from './conformance/attacks.ts';

describeStores('a store under attack', attacks);
