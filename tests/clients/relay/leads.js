// A list of leads and a card of each, as a Relay application declares what it needs.
import { graphql } from "relay-runtime";

export const page = graphql`
  query leadsPageQuery($first: Int!) {
    ...leads_list @arguments(first: $first)
  }
`;

// `usePaginationFragment` asks for more of it with the query that the compiler makes.
export const list = graphql`
  fragment leads_list on Query
  @argumentDefinitions(first: { type: "Int", defaultValue: 25 }, after: { type: "String" })
  @refetchable(queryName: "leadsListPaginationQuery") {
    leads(first: $first, after: $after) @connection(key: "leads_list_leads") {
      totalCount
      edges {
        node {
          id
          ...leads_card
        }
      }
    }
  }
`;

// `useRefetchableFragment` asks for it again by way of `node(id:)`.
export const card = graphql`
  fragment leads_card on Lead @refetchable(queryName: "leadsCardRefetchQuery") {
    fullName
    stage {
      name
    }
    estimatedValue {
      amount
      currency
    }
  }
`;

export const rename = graphql`
  mutation leadsRenameMutation($input: UpdateLeadInput!) {
    updateLead(input: $input) {
      lead {
        ...leads_card
      }
      userErrors {
        code
        path
      }
    }
  }
`;
