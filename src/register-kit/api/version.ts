// Version of the REST API: its major number stands in the address, the whole in the header of each answer.

export const apiVersion = '1.0.0'
