/** Entry of the lineage panel's page. */
import './panel.ts';
import { adoptPageStyles } from '../shared/pageStyles.ts';

adoptPageStyles();
